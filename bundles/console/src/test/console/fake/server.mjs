// A server with made-up people that speaks the API, for work on the console and its checks. Loopback only.
import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { stream } from './reminders.mjs'
import { routes } from './routes.mjs'

const here = (relative) => fileURLToPath(new URL(relative, import.meta.url))
const DIST = here('../../../../target/classes/console')
const POLICY = here('../../../../target/classes/console-csp.txt')
const TYPES = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.json': 'application/json', '.svg': 'image/svg+xml' }

function sendFile(pathname, response) {
  const built = pathname.startsWith('/contributed/built/') ? here('../../../../target/contributed') : undefined
  const root = built ?? (pathname.startsWith('/contributed/') ? here('.') : DIST)
  const file = path.join(root, decodeURIComponent(built ? pathname.slice('/contributed/built'.length) : pathname === '/' ? '/index.html' : pathname))
  if (!file.startsWith(root) || !existsSync(file) || !statSync(file).isFile()) return response.writeHead(404).end()
  const headers = { 'content-type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'x-content-type-options': 'nosniff' }
  // As the server does: names of built files carry their digest.
  if (pathname.startsWith('/assets/')) headers['cache-control'] = 'public, max-age=31536000, immutable'
  if (existsSync(POLICY)) headers['content-security-policy'] = process.env.FAKE_CSP ?? readFileSync(POLICY, 'utf8').trim()
  response.writeHead(200, headers)
  createReadStream(file).pipe(response)
}

function bodyOf(request) {
  return new Promise((resolve) => {
    const chunks = []
    request.on('data', (chunk) => chunks.push(chunk)).on('end', () => resolve(Buffer.concat(chunks)))
  })
}

async function answer(request, response) {
  const url = new URL(request.url, 'http://localhost')
  if (!url.pathname.startsWith('/api/v1/')) return sendFile(url.pathname, response)
  const raw = await bodyOf(request)
  const json = (request.headers['content-type'] ?? '').includes('json') && raw.length
  const result = routes({
    method: request.method,
    path: url.pathname.slice('/api/v1/'.length),
    query: Object.fromEntries(url.searchParams),
    language: request.headers['accept-language'] ?? 'zh',
    cookie: /fake=(\w+)/.exec(request.headers.cookie ?? '')?.[1],
    csrf: request.headers['x-csrf-token'],
    headers: request.headers,
    body: json ? JSON.parse(raw.toString()) : raw.toString('latin1')
  })
  if (result.streamOf) return stream(result.streamOf, request.headers['last-event-id'], response)
  const problem = result.status >= 400
  const type = result.type ?? (problem ? 'application/problem+json' : 'application/json')
  const content = result.body === undefined ? '' : typeof result.body === 'string' ? result.body : JSON.stringify(result.body)
  response.writeHead(result.status, { 'content-type': type, 'cache-control': 'no-store', ...result.headers }).end(content)
}

/** Starts the server; port 0 takes any free one. */
export function startFake(port = 0) {
  const server = http.createServer((request, response) => void answer(request, response))
  return new Promise((resolve) => server.listen(port, '127.0.0.1', () => resolve({ address: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() })))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { address } = await startFake(Number(process.env.PORT ?? 4180))
  console.log(`${address} — sign in as hr, manager or fresh with any password but "wrong"; as sealed to see a sealed server`)
}
