/** What Slack takes, in UTF-16 units as it counts them. Those without a comment stand in its documentation. */
export const LIMITS = {
  /** `chat.update` refuses more; `chat.postMessage` cuts only much later. */
  text: 4000,
  messageBlocks: 50,
  viewBlocks: 100,
  /** Undocumented: at about 13,200 characters of blocks Slack answers `msg_blocks_too_long`. */
  messageCharacters: 12_000,
  /** 250 kB, kept well below. */
  viewCharacters: 60_000,
  sectionText: 3000,
  /** Of one text in a context block; undocumented beyond what any text may have. */
  contextText: 2000,
  contextElements: 10,
  headerText: 150,
  actionElements: 25,
  buttonText: 75,
  buttonValue: 2000,
  accessibilityLabel: 75,
  modalTitle: 24,
  privateMetadata: 3000,
  inputLabel: 2000,
  inputText: 3000,
  promptTitle: 75,
  prompts: 4,
  threadTitle: 120,
  status: 50,
} as const;
