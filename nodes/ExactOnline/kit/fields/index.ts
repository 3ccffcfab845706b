/** The kinds of fields that declarations are made of. */
export { amountField, percentField } from './amounts';
export { choice, choices, someChoices } from './choices';
export { collection } from './collection';
export { dayField, momentField } from './dates';
export { fileField } from './file';
export { jsonObject } from './json';
export { ordered } from './ordered';
export { jsonRows, rows } from './rows';
export { requiredText, switchField, textField, wholeNumber } from './simple';
export { yearField } from './years';
