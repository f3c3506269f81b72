// A client of npm over a server of ours: node client.mjs PACKAGE VERSION CALLS TARGET…
// PACKAGE speaks the protocol's VERSION, CALLS is a file with [[tool, arguments], …], TARGET an address or a command. Prints JSON lines: the version, the list, each answer.
import { readFileSync } from 'node:fs';

const [name, version, calls, ...target] = process.argv.slice(2);
const made = name === '@modelcontextprotocol/client' ? await secondGeneration() : await firstGeneration();
const print = value => console.log(JSON.stringify(value));
await made.client.connect(made.transport, { timeout: 300_000 });
print(made.client.getNegotiatedProtocolVersion?.() ?? made.version);
const tools = [];
for (let cursor; ;) {
  const page = await made.client.listTools(cursor ? { cursor } : undefined);
  tools.push(...page.tools);
  cursor = page.nextCursor;
  if (!cursor) break;
}
print(tools);
for (const [tool, args] of JSON.parse(readFileSync(calls, 'utf8'))) print(await made.client.callTool({ name: tool, arguments: args }));
await made.client.close();

// The second generation says itself which version it speaks, and can be told.
async function secondGeneration() {
  const { Client, StreamableHTTPClientTransport } = await import(name);
  const { StdioClientTransport } = await import(`${name}/stdio`);
  const isLegacy = version < '2026';
  const client = new Client({ name: 'npm', version: '2' }, isLegacy ? { supportedProtocolVersions: [version] } : { versionNegotiation: { mode: { pin: version } } });
  return { client, transport: transport(StdioClientTransport, StreamableHTTPClientTransport) };
}

// The first speaks the newest that it knows; the transport hears which one the server took.
async function firstGeneration() {
  const { Client } = await import(`${name}/client/index.js`);
  const { StdioClientTransport } = await import(`${name}/client/stdio.js`);
  const { StreamableHTTPClientTransport } = await import(`${name}/client/streamableHttp.js`);
  const made = { client: new Client({ name: 'npm', version: '1' }), transport: transport(StdioClientTransport, StreamableHTTPClientTransport) };
  const tell = made.transport.setProtocolVersion?.bind(made.transport);
  made.transport.setProtocolVersion = taken => { made.version = taken; tell?.(taken); };
  return made;
}

function transport(Stdio, Http) {
  return target[0].startsWith('http') ? new Http(new URL(target[0])) : new Stdio({ command: target[0], args: target.slice(1) });
}
