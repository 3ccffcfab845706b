import { faultKinds } from '../harness/faultKinds.cjs';
import { pollMatrix } from '../nodes/faultMatrixPolls.cjs';

describe('a poll of the trigger', () => pollMatrix(faultKinds));
