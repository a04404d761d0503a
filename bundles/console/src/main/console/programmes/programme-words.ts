import type { Cohort, Points, Programme, ProgrammeDraft, ProgrammeStep, ProgrammeTemplate, Share } from '@/api/programmes'
import type { Cost } from '@/api/plans'
import type { Department } from '@/api/group'
import { number, percent, signed } from '@/i18n/formats'
import { t, textOr } from '@/i18n/i18n'

export const everybody = (): Cohort => ({ departmentIds: [], families: [], grades: [], tenureFrom: null, tenureTo: null, keyPost: null, noPromotionMonths: null })

export const familyWord = (code: string): string => textOr(`console.family.${code}`, textOr(`family.${code}`, code))

export const sum = (cost: Cost | null): string => (cost ? `${number(cost.amount)} ${cost.currency}` : '–')

export const stateTone = (state: Programme['state']) => ({ draft: 'info', submitted: 'warning', approved: 'primary', running: 'primary', finished: 'success', cancelled: 'info' } as const)[state]

/** How far what each member gets has come, over all of it. */
export function progressOf(one: Programme): number {
  const all = one.actions.reduce((total, action) => total + (action.each ? (one.people ?? 0) : 1), 0)
  const done = one.actions.reduce((total, action) => total + action.done, 0)
  return all ? Math.min(1, done / all) : 0
}

const months = (key: string, value: number | null): string[] => (value === null ? [] : [t(`console.programmes.criterion.${key}`, { n: number(value) })])

/** The criteria in words, one by one; of departments that are not known any more nothing is said. */
export function cohortWords(cohort: Cohort, departments: Department[]): string[] {
  const names = departments.filter((one) => cohort.departmentIds.includes(one.id)).map((one) => one.name)
  const comma = t('console.plan.comma')
  return [
    ...(names.length ? [t('console.programmes.criterion.departments', { names: names.join(comma) })] : []),
    ...(cohort.families.length ? [t('console.programmes.criterion.families', { names: cohort.families.map(familyWord).join(comma) })] : []),
    ...(cohort.grades.length ? [t('console.programmes.criterion.grades', { names: cohort.grades.join(comma) })] : []),
    ...months('tenureFrom', cohort.tenureFrom),
    ...months('tenureTo', cohort.tenureTo),
    ...(cohort.keyPost === null ? [] : [t(`console.programmes.criterion.${cohort.keyPost ? 'keyPosts' : 'noKeyPosts'}`)]),
    ...months('noPromotion', cohort.noPromotionMonths)
  ]
}

export function stepWord(step: ProgrammeStep): string {
  const parts = step.changes.map((part) => t(`console.programmes.part.${part}`)).join(t('console.plan.comma'))
  return t(`console.programmes.step.${step.what}`, { parts })
}

export const shareWord = (share: Share | null): string => (share ? t('console.programmes.share', { share: percent(share.value), left: number(share.left), people: number(share.people) }) : '–')

export const pointsWord = (points: Points | null): string => (points ? t('console.programmes.points', { value: signed(points.value), low: signed(points.low), high: signed(points.high) }) : '–')

/** What a dialog begins with: a template's words, and the team a plan is for. */
export function draftOf(subsidiaryId: string, team: string | null, template?: ProgrammeTemplate): ProgrammeDraft {
  const cohort = template ? { ...template.cohort } : everybody()
  return {
    subsidiaryId,
    teamId: team,
    template: template?.code ?? '',
    title: template?.title ?? '',
    reason: template?.reason ?? '',
    cohort: team ? { ...cohort, departmentIds: [team] } : cohort,
    actions: (template?.actions ?? []).map((action) => ({ id: null, kind: action.kind, title: action.title, each: true, cost: null })),
    ownerId: null,
    terms: { startOn: null, dueOn: null, budget: null }
  }
}

/** A programme as it is sent again. */
export const draftFrom = (one: Programme): ProgrammeDraft => ({
  subsidiaryId: one.subsidiaryId,
  teamId: one.team?.id ?? null,
  template: one.template,
  title: one.title,
  reason: one.reason,
  cohort: { ...one.cohort },
  actions: one.actions.map(({ id, kind, title, each, cost }) => ({ id, kind, title, each, cost: cost && { ...cost } })),
  ownerId: one.owner.id,
  terms: { startOn: one.days.startOn, dueOn: one.days.dueOn, budget: one.money.budget && { ...one.money.budget } },
  version: one.version
})
