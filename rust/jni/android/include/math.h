#pragma once

#define INFINITY __builtin_inff()
#define NAN __builtin_nanf("")
#define isnan(number) __builtin_isnan(number)
#define isinf(number) __builtin_isinf(number)

double fabs(double);
double floor(double);
double ceil(double);
double trunc(double);
double fmod(double, double);
double pow(double, double);
double sqrt(double);
double exp(double);
double log(double);
double log2(double);
double log10(double);
double sin(double);
double cos(double);
double tan(double);
double asin(double);
double acos(double);
double atan(double);
double atan2(double, double);
double sinh(double);
double cosh(double);
double tanh(double);
double asinh(double);
double acosh(double);
double atanh(double);
