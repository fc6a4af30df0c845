/** Number of colours; each has a value for light and one for dark backgrounds. */
export const PALETTE_SIZE = 8;
