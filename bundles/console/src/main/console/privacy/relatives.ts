import type { RelativeFields } from '@/api/rights'

/** What close relatives can ask for in the name of somebody who died (PIPL Art. 49). */
export const OF_RELATIVES: readonly string[] = ['access', 'rectification', 'erasure']

export const NO_RELATIVE: RelativeFields = { name: '', relationship: '', identity: '', death: '', interest: '', arrangement: '', answerTo: '' }

/** Whether all was checked that has to be; what the person arranged may be unknown. */
export const isChecked = ({ arrangement: _, ...needed }: RelativeFields): boolean => Object.values(needed).every((text) => text.trim())
