import { paymentConditionRules } from '../rules/paymentConditions.mjs';
import { ordinary } from './endpoint.mjs';
import { columns } from './column.mjs';
import type { Entity } from './entity.mjs';
import { audit } from './computed.mjs';

/** When and how an invoice is paid. PaymentMethod: B on credit, I collection, K cash, Q payment service. */
export const paymentConditions: Entity = {
	name: 'PaymentConditions',
	model: 'Exact.Web.Api.Models.Cashflow.PaymentCondition',
	key: 'ID',
	title: { en: 'Payment condition', nl: 'Betalingsconditie' },
	labels: {
		Code: { en: 'Code', nl: 'Code' },
		Description: { en: 'Description', nl: 'Omschrijving' },
	},
	rules: paymentConditionRules,
	computed: audit,
	columns: columns(`
	ID                                  Guid        rw
	Code                                String      rw  mandatory
	Created                             Moment
	Creator                             Guid
	CreatorFullName                     String
	CreditManagementScenario            Guid        rw
	CreditManagementScenarioCode        String
	CreditManagementScenarioDescription String
	Description                         String      rw  mandatory
	DiscountCalculation                 String      rw
	DiscountPaymentDays                 Int32       rw
	DiscountPercentage                  Double      rw
	Division                            Int32
	Modified                            Moment
	Modifier                            Guid
	ModifierFullName                    String
	PaymentDays                         Int32       rw
	PaymentDiscountType                 String      rw
	PaymentEndOfMonths                  Int32       rw
	PaymentMethod                       String      rw
	Percentage                          Double      rw
	VATCalculation                      String      rw
	`),
};

export const paymentConditionEndpoints = [
	ordinary('cashflow/PaymentConditions', paymentConditions, { verbs: ['GET', 'POST'] }),
];
