@echo off
rem The one command of this repository on Windows; see the file "run" for the others.
rem   run demo    run test [pytest arguments]    run check
setlocal enabledelayedexpansion
cd /d "%~dp0"

set "task=%~1"
if "%task%"=="demo" ( set "wanted=." & set "stamp=demo" & goto set_up )
if "%task%"=="test" ( set "wanted=.[test]" & set "stamp=test" & goto set_up )
if "%task%"=="check" ( set "wanted=.[test]" & set "stamp=test" & goto set_up )
echo usage: run demo ^| run test [pytest arguments] ^| run check
exit /b 2

:set_up
set "here=.venv\Scripts"
if exist ".venv\.kizuna-%stamp%" fc /b pyproject.toml ".venv\.kizuna-%stamp%" >nul 2>&1 && goto go
if exist ".venv\.kizuna-test" fc /b pyproject.toml ".venv\.kizuna-test" >nul 2>&1 && goto go
echo Setting up .venv; this happens once and takes about a minute ... 1>&2
where uv >nul 2>&1 || goto with_pip
if not exist "%here%\python.exe" uv venv --quiet --clear --python ">=3.11" .venv || goto with_pip
uv pip install --quiet --compile-bytecode --python "%here%\python.exe" --editable "%wanted%" && goto stamped
echo uv did not manage; trying venv and pip instead. 1>&2

:with_pip
"%here%\python.exe" -m pip --version >nul 2>&1 && goto install
for %%p in ("py -3.13" "py -3.12" "py -3.11" "python" "python3") do (
    %%~p -c "import sys; sys.exit(sys.version_info < (3, 11))" >nul 2>&1 && ( set "python=%%~p" & goto make )
)
echo run: kizuna needs Python 3.11 or newer, and there is none. See https://www.python.org/downloads/ 1>&2
exit /b 1

:make
%python% -m venv --clear .venv || exit /b 1

:install
"%here%\python.exe" -m pip install --quiet --disable-pip-version-check --editable "%wanted%" && goto stamped
echo run: pip could not install what is needed, see above. Is the network there? 1>&2
exit /b 1

:stamped
"%here%\python.exe" -m compileall -q src
copy /y pyproject.toml ".venv\.kizuna-%stamp%" >nul

:go
set "rest="
:collect
shift
if not "%~1"=="" ( set "rest=!rest! %1" & goto collect )
if "%task%"=="demo" ( "%here%\kizuna.exe" tell night !rest! & exit /b !errorlevel! )
if "%task%"=="test" ( "%here%\python.exe" -m pytest -n auto --dist worksteal !rest! & exit /b !errorlevel! )
"%here%\ruff.exe" check . || exit /b 1
"%here%\ruff.exe" format --check . || exit /b 1
"%here%\mypy.exe" || exit /b 1
"%here%\lint-imports.exe" --no-logo || exit /b 1
