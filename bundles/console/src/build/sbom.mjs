// Writes what the console is made of into the bundle: the packages that npm installed for it, without the tools that build it.
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'

const windows = process.platform === 'win32'
const options = ['sbom', '--sbom-format=cyclonedx', '--package-lock-only']
const done = spawnSync(windows ? 'npm.cmd' : 'npm', options, { encoding: 'utf8', shell: windows })
if (done.status !== 0) {
  console.error(`npm sbom failed: ${done.stderr}`)
  process.exit(done.status ?? 1)
}
const bom = JSON.parse(done.stdout)
// npm's own --omit=dev also leaves out what tools and console share, such as vue itself; what it cannot tell apart stays in.
const tool = (component) => (component.properties ?? []).some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true')
bom.components = bom.components.filter((component) => !tool(component))
const kept = new Set([bom.metadata.component['bom-ref'], ...bom.components.map((component) => component['bom-ref'])])
bom.dependencies = bom.dependencies.filter(({ ref }) => kept.has(ref)).map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }))
// What differs from one build of a commit to the next.
delete bom.serialNumber
delete bom.metadata.timestamp
delete bom.metadata.tools
mkdirSync('target/classes/META-INF/sbom', { recursive: true })
writeFileSync('target/classes/META-INF/sbom/bom.json', JSON.stringify(bom, null, 2))
