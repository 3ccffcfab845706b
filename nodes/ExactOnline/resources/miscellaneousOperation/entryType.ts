/** `TransactionLines.Type` of what is booked in a general journal by hand. */
export const GENERAL_ENTRY = 90;
