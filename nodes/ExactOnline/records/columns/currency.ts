import { columns } from './columns';

/** Columns of `general/Currencies`. */
export const currencyColumns = columns({
	String: `
		Code Description
	`,
	Double: `
		AmountPrecision PricePrecision
	`,
	DateTime: `
		Created Modified
	`,
});
