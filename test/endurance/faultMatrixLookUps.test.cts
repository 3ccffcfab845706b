import { lookUpFaults } from '../harness/faultKinds.cjs';
import { lookUpMatrix } from '../nodes/faultMatrixLookUps.cjs';
import { writeKinds } from '../nodes/faultMatrixWriting.cjs';

/** What is sent twice on purpose can not be told from what is sent twice by mistake. */
const kinds = writeKinds.filter(({ isLookedFor }) => isLookedFor);

describe('a look-up of a write', () => lookUpMatrix(kinds, lookUpFaults));
