// Installs the font of package-lock.json, unless exactly this one is there already, and puts it where the jar takes it from.
import { createHash } from 'node:crypto'
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'

const mark = 'node_modules/.installed'
const wanted = createHash('sha256').update(readFileSync('package-lock.json')).digest('hex')
if (!existsSync(mark) || readFileSync(mark, 'utf8') !== wanted) {
  const windows = process.platform === 'win32'
  const done = spawnSync(windows ? 'npm.cmd' : 'npm', ['ci', '--ignore-scripts', '--loglevel=error'], { stdio: 'inherit', shell: windows })
  if (done.status !== 0) {
    console.error('npm ci failed: is npm installed and can it reach its package registry?')
    process.exit(done.status ?? 1)
  }
  writeFileSync(mark, wanted)
}
const from = 'node_modules/@expo-google-fonts/noto-sans-sc'
const to = 'target/classes/org/holdfast/paper'
mkdirSync(to, { recursive: true })
copyFileSync(`${from}/400Regular/NotoSansSC_400Regular.ttf`, `${to}/NotoSansSC-Regular.ttf`)
copyFileSync(`${from}/LICENSE_FONT`, `${to}/NotoSansSC-LICENSE.txt`)
