import fc from 'fast-check';

import {
	ageingOf,
	daysOverdue,
	directionOf,
	openSign,
	signedTotal,
} from '../../../nodes/ExactOnline/ledger/openItems.js';
import { dedicated, provesPaid } from '../../../nodes/ExactOnline/ledger/payments.js';

describe('the sign of open amounts', () => {
	test.each([
		['client', [], -1],
		['supplier', [], 1],
		[
			'client',
			[
				[20, -5],
				[20, -1],
				[20, 3],
			],
			-1,
		],
		[
			'client',
			[
				[20, 5],
				[20, 1],
				[20, -3],
			],
			1,
		],
		[
			'supplier',
			[
				[30, -5],
				[30, -1],
			],
			-1,
		],
		[
			'supplier',
			[
				[30, 5],
				[31, -9],
				[40, -9],
			],
			1,
		],
		// Others than invoices say nothing.
		[
			'client',
			[
				[21, 5],
				[40, 5],
			],
			-1,
		],
	] as const)('of a %s with %j', (side, items, sign) => {
		expect(
			openSign(
				items.map(([type, amount]) => ({ type, amount })),
				side,
			),
		).toBe(sign);
	});

	test('makes most invoices positive, whichever sign Exact has', () => {
		const amounts = fc.array(fc.double({ min: 0.01, max: 1e6, noNaN: true }), { minLength: 1 });
		fc.assert(
			fc.property(amounts, fc.constantFrom(1, -1), (sizes, stored) => {
				const items = sizes.map((size) => ({ type: 20, amount: size * stored }));
				expect(openSign(items, 'client')).toBe(stored);
			}),
			{ seed: 41 },
		);
	});
});

test.each([
	['client', 1, 'toReceive'],
	['client', -1, 'toPay'],
	['supplier', 1, 'toPay'],
	['supplier', -1, 'toReceive'],
] as const)('a %s with %d open is %s', (side, open, direction) => {
	expect(directionOf(side, open)).toBe(direction);
});

test.each([
	['2026-03-16', 0, 'notDue'],
	['2026-03-17', 0, 'notDue'],
	['2026-03-15', 1, 'days1To30'],
	['2026-02-14', 30, 'days1To30'],
	['2026-02-13', 31, 'days31To60'],
	['2026-01-15', 60, 'days31To60'],
	['2026-01-14', 61, 'days61To90'],
	['2025-12-16', 90, 'days61To90'],
	['2025-12-15', 91, 'daysOver90'],
])('what was due on %s is %d days overdue: %s', (due, days, ageing) => {
	expect(daysOverdue(due, '2026-03-16')).toBe(days);
	expect(ageingOf(days)).toBe(ageing);
});

test.each([
	[20, -9, 1, 9],
	[31, 9, 1, -9],
	[40, 9, -1, -9],
	[90, -9, 1, 9],
])('an entry of type %d with %d, of which %d is open, shows %d', (type, total, open, shown) => {
	expect(signedTotal(type, total, open)).toBe(shown);
});

test.each([
	[[-60, -40], 0, [60, 40], true],
	[[-60], 40, [60], true],
	[[-60], 0, [60], false],
	// One payment of two invoices.
	[[-250], 0, [100], true],
	[[], 100, [], true],
])('lines %j of an invoice of 100 with %d open pay %j', (lines, open, parts, isProven) => {
	expect(dedicated(100, lines)).toEqual(parts);
	expect(provesPaid(parts, 100, open)).toBe(isProven);
});
