/** The kinds of fields that declarations are made of. */
export { choice, choices } from './choices';
export { collection } from './collection';
export { dayField, momentField } from './dates';
export { jsonObject } from './json';
export { requiredText, switchField, textField, wholeNumber } from './simple';
