import { reads } from '../harness/callKinds.cjs';
import { faultKinds } from '../harness/faultKinds.cjs';
import { readMatrix } from '../nodes/faultMatrixReads.cjs';

describe('a read, whatever goes wrong', () => readMatrix(reads, faultKinds));
