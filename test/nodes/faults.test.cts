import { reads } from '../harness/callKinds.cjs';
import { tellingFaults } from '../harness/faultKinds.cjs';
import { readMatrix } from './faultMatrixReads.cjs';

/** The most telling columns of the fault matrix; all of them are in test/endurance. */
describe('a read', () => readMatrix(reads, tellingFaults));
