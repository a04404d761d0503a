// Keeps the console's promises against a real server with the demo group in it. Takes what `holdfast demo --json` printed
// on standard input; pictures go to the folder named first. Ends with 3 where a promise was broken.
import { text } from 'node:stream/consumers'
import { keepAll } from './keep.mjs'
import { PROMISES } from './real-promises.mjs'

const demo = JSON.parse(await text(process.stdin))
const logins = Object.fromEntries(demo.logins.map((login) => [login.role, login]))
const base = demo.address.replace(/\/?$/, '/')
process.exitCode = (await keepAll(PROMISES, { base, logins, pictures: process.argv[2] ?? 'target/screenshots' })) ? 3 : 0
