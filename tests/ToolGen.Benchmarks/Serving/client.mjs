// The npm SDK over our server: node client.mjs SPEC TOKEN URL, or node client.mjs SPEC - COMMAND…. Makes a tool and calls it; prints its answer.
import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const [specFile, token, ...target] = process.argv.slice(2);
const spec = readFileSync(specFile, 'utf8');
const transport = target[0].startsWith('http')
  ? new StreamableHTTPClientTransport(new URL(target[0]), { requestInit: { headers: { Authorization: `Bearer ${token}` } } })
  : new StdioClientTransport({ command: target[0], args: target.slice(1), env: process.env });
const client = new Client({ name: 'npm', version: '1' });
await client.connect(transport, { timeout: 120_000 });
const names = (await client.listTools()).tools.map(tool => tool.name);
const wrong = await client.callTool({ name: 'make_tool', arguments: { spec: spec.replace('input.Text', 'input.Words') } });
const made = await client.callTool({ name: 'make_tool', arguments: { spec } });
const called = await client.callTool({ name: 'call_tool', arguments: { tool: made.structuredContent.handle, arguments: { text: 'a b c' } } });
await client.close();
console.log(JSON.stringify({ tools: names.length, wrong: wrong.isError === true, words: called.structuredContent.words }));
