// package model is what is true in Accord: accounts, ratings, people, plans,
// figures, scores and undo. It knows no file, no clock, no randomness and no
// terminal; everything it computes is a pure function of the portfolio, the
// method pack in it, and the day it is asked for.
package model
