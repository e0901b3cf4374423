/** How many orders the workbench names at most: nobody works through more on one screen. */
export const mostPressing = 20;
