#pragma once

/* SQLite opens its files by descriptor. */
typedef struct FILE FILE;
#define FILENAME_MAX 4096
