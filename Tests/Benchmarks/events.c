/* Reads files and runs libyaml's event loop over them, and nothing more: `events FILE-OR-FOLDER...`.
   What planlint's time on many plans is measured against. */
#include <dirent.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <yaml.h>

static long events = 0;
static long errors = 0;

static void parse(const unsigned char *bytes, size_t count) {
  yaml_parser_t parser;
  yaml_event_t event;
  if (!yaml_parser_initialize(&parser)) exit(2);
  yaml_parser_set_input_string(&parser, bytes, count);
  for (;;) {
    if (!yaml_parser_parse(&parser, &event)) {
      errors++;
      break;
    }
    events++;
    yaml_event_type_t type = event.type;
    yaml_event_delete(&event);
    if (type == YAML_STREAM_END_EVENT) break;
  }
  yaml_parser_delete(&parser);
}

static void visit(const char *path) {
  struct stat status;
  if (stat(path, &status) != 0) exit(2);
  if (S_ISDIR(status.st_mode)) {
    DIR *folder = opendir(path);
    if (!folder) exit(2);
    for (struct dirent *entry; (entry = readdir(folder));) {
      if (entry->d_name[0] == '.') continue;
      char inner[4096];
      snprintf(inner, sizeof inner, "%s/%s", path, entry->d_name);
      visit(inner);
    }
    closedir(folder);
    return;
  }
  int file = open(path, O_RDONLY | O_CLOEXEC);
  size_t capacity = (size_t)status.st_size + 1, count = 0;
  unsigned char *bytes = malloc(capacity);
  if (file < 0 || !bytes) exit(2);
  for (ssize_t got; (got = read(file, bytes + count, capacity - count)) > 0;) count += (size_t)got;
  close(file);
  parse(bytes, count);
  free(bytes);
}

int main(int argc, char **argv) {
  for (int i = 1; i < argc; i++) visit(argv[i]);
  printf("%ld events, %ld files with errors\n", events, errors);
  return 0;
}
