// Runs npm scripts one after another, each only if a source has changed since it last succeeded.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const FILES = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts']
const OUTPUT = { build: 'target/classes/console/index.html' }

function filesUnder(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.flatMap((entry) => (entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)]))
}

function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const file of [...FILES, ...filesUnder('src').sort()]) hash.update(file).update('\0').update(readFileSync(file))
  return hash.digest('hex')
}

mkdirSync('target', { recursive: true })
const now = fingerprint()
for (const script of process.argv.slice(2)) {
  const mark = `target/${script}.done`
  const there = !OUTPUT[script] || existsSync(OUTPUT[script])
  if (there && existsSync(mark) && readFileSync(mark, 'utf8') === now) continue
  const windows = process.platform === 'win32'
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', ['run', '--silent', script], { stdio: 'inherit', shell: windows })
  if (done.status !== 0) {
    console.error(`The console's npm script "${script}" failed; see above.`)
    process.exit(done.status ?? 1)
  }
  writeFileSync(mark, now)
}
