// Installs the packages of package-lock.json, unless exactly these are there already.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) process.exit(0)
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`The console needs Node 20.19 or newer to be built; this is ${process.versions.node}. Install a newer one.`)
  process.exit(1)
}
const windows = process.platform === 'win32'
const done = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--loglevel=error'], { stdio: 'inherit', shell: windows })
if (done.status !== 0) {
  console.error('npm ci failed: is npm installed and can it reach its package registry?')
  process.exit(done.status ?? 1)
}
writeFileSync(mark, wanted)
