import { connect, createServer } from 'node:net';

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
	const port = await listenOnce(0);
	if (port === undefined) throw new Error('This machine has no free port on 127.0.0.1.');
	return port;
}

/** Some systems let a second program listen on 127.0.0.1 beside one that listens on every address. */
export async function isFree(port: number): Promise<boolean> {
	return !(await isAnswered(port)) && (await listenOnce(port)) !== undefined;
}

/** The wanted port, or any free one when somebody else has it. */
export async function freePortNear(wanted: number): Promise<number> {
	return (await isFree(wanted)) ? wanted : await freePort();
}

function listenOnce(port: number): Promise<number | undefined> {
	return new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(undefined));
		server.listen(port, '127.0.0.1', () => {
			const address = server.address();
			const given = typeof address === 'object' && address !== null ? address.port : undefined;
			server.close(() => resolve(given));
		});
	});
}

function isAnswered(port: number): Promise<boolean> {
	return new Promise((resolve) => {
		const socket = connect({ port, host: 'localhost' });
		const answer = (answered: boolean) => {
			socket.destroy();
			resolve(answered);
		};
		socket.once('connect', () => answer(true)).once('error', () => answer(false));
	});
}
