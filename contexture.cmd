@echo off
rem Starts Contexture; builds it first if that has not been done. Needs a JDK 17 or later and, to build, Maven 3.8 or later.
setlocal enabledelayedexpansion
set "home=%~dp0"
set "java=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "java=%JAVA_HOME%\bin\java"
set "version="
for /f "tokens=3" %%v in ('"%java%" -version 2^>^&1 ^| findstr /i "version"') do if not defined version set "version=%%~v"
if not defined version (
    echo contexture: no Java was found; expected a JDK 17 or later in JAVA_HOME or on the PATH 1>&2
    exit /b 2
)
for /f "delims=.-" %%v in ("%version%") do set "major=%%v"
if %major% LSS 17 (
    echo contexture: %java% is Java %major%; expected 17 or later, set JAVA_HOME to one 1>&2
    exit /b 2
)
if not exist "%home%target\launch\classpath" (
    where mvn >nul 2>&1 || (
        echo contexture: it has to be built once, but mvn was not found; expected Maven 3.8 or later on the PATH 1>&2
        exit /b 2
    )
    echo contexture: building ^(the first time this downloads about 200 MB of libraries^) ... 1>&2
    if not exist "%home%target\launch" mkdir "%home%target\launch"
    pushd "%home%"
    call mvn -q -B -ntp -DskipChecks "-Dbuild.folder=%home%target\launch" process-classes > "%home%target\launch\build.log" 2>&1
    if errorlevel 1 (
        popd
        echo contexture: the build failed, see %home%target\launch\build.log 1>&2
        exit /b 2
    )
    popd
)
set "flags="
if %major% GEQ 23 set "flags=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
if not defined OMP_NUM_THREADS set "OMP_NUM_THREADS=1"
set "CONTEXTURE_HOME=%home:~0,-1%"
set "arguments=%home%target\launch\arguments"
"%java%" %flags% %CONTEXTURE_JAVA_OPTIONS% -XX:+UseSerialGC -Xms64m -XX:MinHeapFreeRatio=10 -XX:MaxHeapFreeRatio=20 @"%arguments%" org.contexture.cli.Main %*
exit /b %errorlevel%
