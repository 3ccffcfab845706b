/**
 * What the OData half of the sandbox can be told to do either way.
 *
 * Exact's documentation and its service disagree in places, and some answers are only known from one
 * company. Every such place is a switch; a profile picks a whole set.
 */
export interface ODataSettings {
	/** Refuse an entity whose list of mandatory filters is not met. */
	mandatoryFilter: boolean;
	/** Refuse a filter on anything but the documented columns of a bulk endpoint. */
	closedFilter: boolean;
	/** Refuse a wide entity without `$select`; bulk and sync refuse always. */
	selectRequired: boolean;
	/** Whether bulk accepts `$orderby`, which the documentation leaves open. */
	bulkOrderby: boolean;
	/** Answer `$expand` with `__deferred` links instead of the rows. */
	expandDeferred: boolean;
	/** 'local': Created and Modified hold the server's wall clock written as if it were UTC. */
	moments: 'local' | 'utc';
	/** Language of the texts of validation errors: that of the user. */
	language: 'en' | 'nl';
	/** The lists of divisions hold only what the user may open through this app. */
	onlyCurrentUserDivisions: boolean;
}

export const strictOData: ODataSettings = {
	mandatoryFilter: true,
	closedFilter: true,
	selectRequired: true,
	bulkOrderby: false,
	expandDeferred: true,
	moments: 'local',
	language: 'en',
	onlyCurrentUserDivisions: true,
};

export const lenientOData: ODataSettings = {
	mandatoryFilter: false,
	closedFilter: false,
	selectRequired: false,
	bulkOrderby: true,
	expandDeferred: false,
	// A recorded moment and `Me.ServerTime` of the same minute show that the clock is the server's: no profile differs.
	moments: 'local',
	language: 'en',
	onlyCurrentUserDivisions: true,
};
