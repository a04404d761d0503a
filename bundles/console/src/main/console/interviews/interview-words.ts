import type { Answers, InterviewForm, Texts } from '@/api/interviews'
import { languageState } from '@/i18n/language'

/** A text of a form in the reader's language, else in that of the subsidiary. */
export const wordsOf = (form: InterviewForm, texts: Texts | undefined): string => texts?.[languageState.tag.value] ?? texts?.[form.languages[0] ?? ''] ?? ''

/** What is being filled in: an answer for every question, empty where there is none yet. */
export function filled(form: InterviewForm, answers: Answers | null): Answers {
  const questions = form.sections.flatMap((section) => section.questions)
  return {
    reasons: [...(answers?.reasons ?? [])],
    talk: answers?.talk ?? false,
    answers: questions.map(({ code }) => {
      const given = answers?.answers.find((one) => one.question === code)
      return { question: code, value: given?.value ?? null, choices: [...(given?.choices ?? [])], text: given?.text ?? '' }
    })
  }
}

export const stateTag = { none: 'info', offered: 'warning', held: 'success', declined: 'info', missed: 'info' } as const
