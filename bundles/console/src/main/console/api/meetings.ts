import { call, get, post } from './client'

export type SignerState = 'waiting' | 'signed' | 'refused' | 'outdated' | 'left'

/** Somebody who has to sign, and whether they have. */
export interface MeetingSigner {
  part: 'leaver' | 'successor' | 'head'
  employeeId: string | null
  name: string | null
  state: SignerState
  at: string | null
  reason: string | null
}

export interface Meeting {
  startsAt: string
  place: string
  agenda: string
  minutes: string
  /** What of the handover list was open when this was written. */
  open: string[]
  /** Over what is signed: whoever signs names it. */
  digest: string
  signers: MeetingSigner[]
  signed: boolean
}

/** The meeting about a handover; version 0 where there is none. */
export interface MeetingOfLeaver {
  offboardingId: string
  employee: { id: string; name: string; subsidiaryId: string }
  version: number
  zone: string
  meeting: Meeting | null
  suggested: MeetingSigner[]
  may: 'write'[]
}

export interface OwnMeeting {
  offboardingId: string
  leaver: string | null
  zone: string
  meeting: Meeting
  signs: boolean
  refuses: boolean
}

export interface MeetingDraft {
  startsAt: string | null
  place: string
  agenda: string
  minutes: string
  successorIds: string[]
  headId: string | null
}

const of = (id: string) => `knowledge/offboardings/${encodeURIComponent(id)}/meeting`

export const meetingOf = (id: string) => get<MeetingOfLeaver>(of(id))
export const saveMeeting = (id: string, version: number, draft: MeetingDraft) => call<MeetingOfLeaver>('PUT', of(id), { body: { version, ...draft } })
export const ownMeetings = () => get<{ own: { employeeId: string; items: OwnMeeting[] } | null }>('knowledge/own/meetings')
export const signMeeting = (one: OwnMeeting) => post<unknown>(`knowledge/own/meetings/${one.offboardingId}/signature`, { digest: one.meeting.digest })
export const refuseMeeting = (one: OwnMeeting, reason: string) => post<unknown>(`knowledge/own/meetings/${one.offboardingId}/refusal`, { digest: one.meeting.digest, reason })
