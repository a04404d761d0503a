import type { HeatNode } from '@/api/insight'
import { heatColor, inkOn } from '@/shared/colors'
import type { Theme } from '@/shared/theme'

const GREY: Record<Theme, string> = { light: '#c3ccd4', dark: '#3c4a56' }

/** The units one step below a place in the organisation, largest first. */
export function childrenOf(nodes: HeatNode[], parentId: string | null): HeatNode[] {
  const known = new Set(nodes.map((node) => node.id))
  const above = (node: HeatNode) => (node.parentId && known.has(node.parentId) ? node.parentId : null)
  return nodes.filter((node) => above(node) === parentId).sort((a, b) => b.headcount - a.headcount)
}

/** The way from the group down to a unit. */
export function pathTo(nodes: HeatNode[], id: string | null): HeatNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const path: HeatNode[] = []
  for (let node = id ? byId.get(id) : undefined; node && !path.includes(node); node = node.parentId ? byId.get(node.parentId) : undefined) {
    path.unshift(node)
  }
  return path
}

/** A unit as a tile: as large as its headcount, as red as its mean score, grey and hatched where it is too small. */
export function tileOf(node: HeatNode, theme: Theme, scoreText: string, emphasise = false) {
  const hidden = node.suppressed || node.meanScore === null
  const color = hidden ? GREY[theme] : heatColor(node.meanScore!)
  const ink = hidden ? (theme === 'dark' ? '#e8eef3' : '#25303a') : inkOn(color)
  return {
    name: node.name,
    value: node.headcount,
    id: node.id,
    node,
    itemStyle: {
      color,
      borderWidth: emphasise ? 3 : 0,
      decal: hidden ? { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 6], rotation: -Math.PI / 4, color: 'rgba(90,100,110,0.35)' } : { symbol: 'none' }
    },
    label: { color: ink, formatter: `{b}\n{v|${scoreText}}`, rich: { v: { color: ink, fontSize: 16, fontWeight: 700, lineHeight: 24 } } }
  }
}
