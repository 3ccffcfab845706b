import type { Row } from '../../../exact/source';
import type { Company } from '../../../kit/booking/master/put';
import type { Saved } from '../../../kit/booking/master/saved';
import type { Role } from './roles';

/** What all items of one division share. */
export interface Run extends Company {
	role: Role;
	/** Relations that this run has made, by the key of their draft. */
	made: Map<string, Saved>;
	/** Keys of relations that may have been made: the answer got lost. */
	lost: Set<string>;
	/** Relations by ID: the row that later items compare with. */
	rows: Map<string, Row>;
	/** Rows below relations, by kind and relation. */
	below: Map<string, Row[]>;
}
