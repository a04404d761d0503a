// Takes one step of a story against a real server. Takes `{address, logins, at, story, steps}` on standard input: `at` is the
// server's time, which the browser then has, too. Ends with 3 where a step went wrong.
import { text } from 'node:stream/consumers'
import { keepAll } from './keep.mjs'
import { LEAVING } from './leaving.mjs'
import { STEPS } from './stories.mjs'

const { address, logins, at, story, steps } = JSON.parse(await text(process.stdin))
const promises = [...STEPS, ...LEAVING].filter((one) => steps.includes(one.name)).map((one) => ({ ...one, keep: (given) => one.keep({ ...given, story }) }))
const base = address.replace(/\/?$/, '/')
process.exitCode = (await keepAll(promises, { base, logins, at, pictures: process.argv[2] ?? 'target/screenshots' })) ? 3 : 0
