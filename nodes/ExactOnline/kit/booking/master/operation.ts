import type { JsonSchema } from '../../../records/shows';
import type { Fields, Inputs } from '../../field';
import type { BatchOperation } from '../../operation';
import type { OutputInputs } from '../../output';
import { writing } from '../operation';
import type { Booking } from '../pipeline';
import type { MasterDraft } from './draft';
import { saying } from './saved';
import { masterWriter, type Afterwards } from './writer';

/** What an operation on master records gets for its fields. */
export type MasterInputs<F extends Fields> = Inputs<F> & OutputInputs & { division: number };

interface Parts<F extends Fields, D extends MasterDraft> extends Pick<
	Booking<MasterInputs<F>, D>,
	'needs' | 'draft'
> {
	afterwards?: Afterwards<D>;
	/** What the output says in front of the record. */
	also?: Readonly<Record<string, JsonSchema>>;
}

/** Creates or changes master records: each once, looked for before, and read back after. */
export function writingMasters<F extends Fields, D extends MasterDraft>(
	declaration: Parameters<typeof writing<F, D>>[0],
	{ needs, draft, afterwards, also }: Parts<F, D>,
): BatchOperation {
	const writer = masterWriter(afterwards);
	return writing<F, D>(declaration, { ...also, ...saying }, { needs, draft, writer });
}
