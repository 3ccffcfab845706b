import { faultKinds } from '../harness/faultKinds.cjs';
import { writeMatrix } from '../nodes/faultMatrixWrites.cjs';
import { writeKinds } from '../nodes/faultMatrixWriting.cjs';

describe('a write, whatever goes wrong', () => writeMatrix(writeKinds, faultKinds));
