import { get } from './client'

export interface Language {
  tag: string
  name: string
  direction: 'ltr' | 'rtl'
}

export interface Contribution {
  bundle: string
  apiLevel: number
  kind: 'descriptor' | 'module'
  path: string
  titleKey: string
  slot: string
  src: string
}

export const languages = () => get<{ items: Language[] }>('languages', undefined)

export const texts = (tag: string) => get<Record<string, string>>(`texts/${encodeURIComponent(tag)}`)

export const contributions = () => get<{ items: Contribution[] }>('console/contributions')
