import { glAccount } from '../../records/glAccount';
import { payable, receivable } from '../../records/openItem';
import { transactionLine } from '../../records/transactionLine';

/** What matching reads and changes, whichever operation asks for it. */
export const touched = {
	reads: [glAccount, transactionLine],
	writes: [receivable, payable],
};
