/** What Discord takes. Lengths are UTF-16 units, times milliseconds. */
export const LIMITS = {
  /** `content` of a message. */
  content: 2000,
  /** Buttons show some 38 characters well and take this many. */
  label: 80,
  customId: 100,
  buttonsInRow: 5,
  rows: 5,
  choices: 25,
  /** Name and value of an autocomplete choice. */
  choice: 100,
  modalTitle: 45,
  inputLabel: 45,
  placeholder: 100,
  commandDescription: 100,
  nonce: 25,
  /** `max_length` of a command's text option; the core itself declines what is longer than it reads. */
  question: 6000,
  /** An interaction that is not answered within this time is lost. */
  interaction: 3000,
} as const;
