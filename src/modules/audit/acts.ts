/**
 * Everything that can be done with a child's data, and whether it changes anything. A key is what the log holds;
 * modules add theirs in their own block.
 */
export const acts = {
  // the application itself
  'address.unknown': 'reads',
  'session.switch-unit': 'changes',
  'session.list': 'reads',
  'session.end': 'changes',
  'draft.show': 'reads',
  // children
  'children.list': 'reads',
  'child.show': 'reads',
  // noticing
  'noticing.open-form': 'reads',
  'noticing.send': 'changes',
  'noticing.receipt': 'reads',
  // tasks
  'tasks.list': 'reads',
} as const satisfies Record<string, 'reads' | 'changes'>

export type Act = keyof typeof acts
