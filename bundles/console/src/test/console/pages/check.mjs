// Keeps the promises that need a made-up server, after a build; CHECK_ONLY=name,name picks some. Pictures: target/pages.
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { startFake } from '../fake/server.mjs'
import { keepAll } from './keep.mjs'
import { PROMISES } from './made-up-promises.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

await build({ configFile: here('../fake/contributed/built/vite.config.mjs'), logLevel: 'warn' })
const fake = await startFake()
const logins = Object.fromEntries(['hr', 'manager', 'dpo', 'auditor', 'employee', 'handler'].map((username) => [username, { username, password: 'any' }]))
try {
  process.exitCode = (await keepAll(PROMISES, { base: fake.address, logins, pictures: here('../../../../target/pages') })) ? 1 : 0
} finally {
  fake.stop()
}
