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
  'noticing.read': 'reads',
  'noticing.decide': 'changes',
  // family
  'family.open': 'reads',
  'family.note-talk': 'changes',
  'family.open-bars': 'reads',
  'family.change-bar': 'changes',
  'family.open-adults': 'reads',
  'family.add-adult': 'changes',
  // timeline
  'timeline.show': 'reads',
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
  // wheel: gather, ask, analyse and decide
  'wheel.show': 'reads',
  'wheel.open-start': 'reads',
  'wheel.start': 'changes',
  'wheel.open-new-statement': 'reads',
  'wheel.add-statement': 'changes',
  'wheel.open-statement': 'reads',
  'wheel.change-statement': 'changes',
  'wheel.open-colleagues': 'reads',
  'wheel.give-work': 'changes',
  'wheel.take-back-work': 'changes',
  'wheel.work-done': 'changes',
  'wheel.open-notes': 'reads',
  'wheel.add-note': 'changes',
  'wheel.open-ask': 'reads',
  'wheel.ask-source': 'changes',
  'wheel.open-question': 'reads',
  'wheel.answer-question': 'changes',
  'wheel.note-answer': 'changes',
  'wheel.open-analysis': 'reads',
  'wheel.decide': 'changes',
  // support in the own unit
  'support.open-form': 'reads',
  'support.start': 'changes',
  'support.show': 'reads',
  'support.follow': 'changes',
  'support.end': 'changes',
  // whole hand-over, and the end of a matter
  'handover.open-form': 'reads',
  'handover.prepare': 'changes',
  'handover.show': 'reads',
  'handover.open-offer': 'reads',
  'handover.offer': 'changes',
  'handover.accept': 'changes',
  'handover.send-back': 'changes',
  'handover.take-back': 'changes',
  'matter.open-close': 'reads',
  'matter.close': 'changes',
  // tasks
  'tasks.list': 'reads',
} as const satisfies Record<string, 'reads' | 'changes'>

export type Act = keyof typeof acts
