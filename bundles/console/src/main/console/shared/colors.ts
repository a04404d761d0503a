import type { Theme } from './theme'

/** Light to dark red: order is seen without telling hues apart. */
const HEAT = ['#f3ead2', '#f6d9a4', '#f3b877', '#e98a58', '#d2583f', '#a92a2b', '#7c1420']

function channels(hex: string): [number, number, number] {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as [number, number, number]
}

/** Colour of a mean score between 0 and 10. */
export function heatColor(score: number): string {
  const place = (Math.min(Math.max(score, 0), 10) / 10) * (HEAT.length - 1)
  const low = Math.min(Math.floor(place), HEAT.length - 2)
  const from = channels(HEAT[low]!)
  const to = channels(HEAT[low + 1]!)
  const mixed = from.map((value, i) => Math.round(value + (to[i]! - value) * (place - low)))
  return '#' + mixed.map((value) => value.toString(16).padStart(2, '0')).join('')
}

/** Relative luminance after WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = channels(hex).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** Black or white, whichever is easier to read on a colour. */
export const inkOn = (hex: string): string => (luminance(hex) > 0.22 ? '#1d1a16' : '#ffffff')

/** Lines of a chart, told apart also by their order in the legend. */
export const LINES: Record<Theme, string[]> = {
  light: ['#0b6b78', '#b4531d', '#5a4fb0', '#4a7a1f', '#a8326d', '#2f5fa8', '#806300', '#555f6b'],
  dark: ['#4fc3d1', '#f2995e', '#a79cf5', '#9ccc65', '#f06ba8', '#7fb0f5', '#e3c352', '#b5bec9']
}
