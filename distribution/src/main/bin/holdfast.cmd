@echo off
rem Holdfast: finds Java and starts the program. Class path and options are those of lib\classpath.jar and lib\java.options,
rem which the script for Linux uses, too. Everything else is in the program itself.
setlocal
for %%I in ("%~dp0..") do set "home=%%~fI"

set "java="
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java.exe"
if not defined java for %%I in (java.exe) do set "java=%%~$PATH:I"
if not defined java (
  >&2 echo holdfast: Java is missing. Install a JDK or JRE 17 or newer, or set JAVA_HOME.
  exit /b 1
)

rem The line reads "    java.specification.version = 17"; in Java 8 it ends with 1.8.
set "version="
for /f "tokens=2 delims==" %%V in ('^""%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version = "^"') do set "version=%%V"
if defined version set "version=%version: =%"
set "major=0"
for /f "tokens=1 delims=." %%V in ("%version%") do set "major=%%V"
if %major% LSS 17 (
  >&2 echo holdfast: Java %version% is too old. Install Java 17 or newer, or set JAVA_HOME.
  exit /b 1
)

rem Waiting threads of the engine sleep instead of spinning: the cores belong to everybody.
if not defined OMP_WAIT_POLICY set "OMP_WAIT_POLICY=PASSIVE"

rem What a terminal is, is told on Linux only: no progress bar here.
"%java%" "@%home%\lib\java.options" "-Dholdfast.home=%home%" -Dholdfast.terminal=false -Dholdfast.interactive=true %HOLDFAST_JAVA_OPTIONS% ^
  -cp "%home%\lib\classpath.jar" org.holdfast.launcher.Main %*
exit /b %ERRORLEVEL%
