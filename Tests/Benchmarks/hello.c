/* The least that a program can do: what starting a process costs on this machine. */
#include <stdio.h>

int main(void) {
  puts("planlint");
  return 0;
}
