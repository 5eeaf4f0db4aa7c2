/** A house in which every rule of the rooms is broken, so that each is seen to fail. */
package rooms.broken;
