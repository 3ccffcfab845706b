/** What operations that write master records are made of. */
export { bankAccountOf, checkExactNames, checkSomething, checkTwice, emailOf } from './checks';
export { asChange, asNew, finished, named, type MasterDraft } from './draft';
export { activeField, createOptions, exactFields, ifAdded, preview, updateOptions } from './fields';
export { writingMasters, type MasterInputs } from './operation';
export { checkFree, codeIn, idIn, inFull, target, usable, wantedFor } from './refer';
