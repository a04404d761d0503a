const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\/(\d+)/, 'Edge'],
  [/\bOPR\/(\d+)/, 'Opera'],
  [/\b(?:Firefox|FxiOS)\/(\d+)/, 'Firefox'],
  [/\b(?:Chrome|CriOS)\/(\d+)/, 'Chrome'],
  [/\bVersion\/(\d+)[\d.]* (?:Mobile\/\w+ )?Safari\//, 'Safari']
]
const SYSTEMS: [RegExp, string][] = [
  [/\bWindows\b/, 'Windows'],
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux']
]
const LONGEST = 40

/**
 * The browser and system in what a browser says it is: `Firefox 128 · Windows`. What is neither is shown as it came, cut;
 * empty where nothing was said.
 */
export function clientName(said: string): string {
  const found = BROWSERS.map(([pattern, name]) => ({ name, version: pattern.exec(said)?.[1] })).find((one) => one.version)
  if (!found) return said.length > LONGEST ? `${said.slice(0, LONGEST)}…` : said
  const system = SYSTEMS.find(([pattern]) => pattern.test(said))?.[1]
  return [`${found.name} ${found.version}`, system].filter(Boolean).join(' · ')
}
