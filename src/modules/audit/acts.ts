/**
 * Everything that can be done with a child's data, and whether it changes anything. A key is what the log holds;
 * modules add theirs in their own block.
 */
export const acts = {
  // the application itself
  'address.unknown': 'reads',
  // identity
  'session.begin': 'changes',
  'session.home': 'reads',
  'session.stay': 'reads',
  'session.list': 'reads',
  'session.end': 'changes',
  'session.choose-unit': 'reads',
  'session.switch-unit': 'changes',
  'draft.show': 'reads',
  'draft.discard': 'changes',
  // children
  'children.list': 'reads',
  'child.show': 'reads',
  // noticing
  'noticing.open-form': 'reads',
  'noticing.send': 'changes',
  'noticing.receipt': 'reads',
  // meetings
  'meeting.open-call': 'reads',
  'meeting.call': 'changes',
  'meeting.show': 'reads',
  'meeting.open-answer': 'reads',
  'meeting.answer': 'changes',
  'meeting.open-notes': 'reads',
  'meeting.note': 'changes',
  'meeting.open-change': 'reads',
  'meeting.change': 'changes',
  'meeting.open-invite': 'reads',
  'meeting.invite': 'changes',
  'meeting.siblings': 'reads',
  'times.list': 'reads',
  'times.answer': 'changes',
  // tasks
  'tasks.list': 'reads',
} as const satisfies Record<string, 'reads' | 'changes'>

export type Act = keyof typeof acts
