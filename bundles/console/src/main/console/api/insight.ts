import { get } from './client'
import type { Band } from './risk'

export interface HeatNode {
  id: string
  parentId: string | null
  kind: 'subsidiary' | 'department'
  name: string
  headcount: number
  meanScore: number | null
  highCount: number | null
  /** Fewer than ten people: their figures are not shown to anyone. */
  suppressed: boolean
}

export interface AttritionMonth {
  month: string
  headcount: number
  voluntaryExits: number
  exits: number
  annualisedVoluntaryRate: number
}

export interface Summary {
  people: number
  scored: number
  bands: Record<Band, number>
  openAlerts: number
  asOf: string
}

export const heatmap = (subsidiaryId?: string) =>
  get<{ nodes: HeatNode[] }>('insight/heatmap', { query: { subsidiaryId } })

export const attrition = (subsidiaryId?: string, months = 36) =>
  get<{ items: AttritionMonth[] }>('insight/attrition', { query: { subsidiaryId, months } })

export const summary = () => get<Summary>('insight/summary')
