using System;
using System.Collections.Immutable;
using System.Linq;

namespace ToolGen.Analyzers.Rules;

/// <summary>Variables that make programs load or start what their value says.</summary>
internal static class EnvironmentNames
{
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "PATH", "PATHEXT", "COMSPEC", "SHELL", "IFS", "ENV", "BASH_ENV", "PROMPT_COMMAND", "PS4", "PAGER", "MANPAGER", "LESSOPEN", "LESSCLOSE", "EDITOR", "VISUAL", "BROWSER", "GCONV_PATH", "HOME",
        "PYTHONPATH", "PYTHONSTARTUP", "PYTHONHOME", "PERL5LIB", "PERL5OPT", "RUBYLIB", "RUBYOPT", "NODE_OPTIONS", "NODE_PATH", "CLASSPATH", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS", "MAVEN_OPTS",
        "DOTNET_STARTUP_HOOKS", "DOTNET_ADDITIONAL_DEPS", "DOTNET_SHARED_STORE", "CORECLR_PROFILER_PATH", "CORECLR_PROFILER", "CORECLR_ENABLE_PROFILING", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "SSH_ASKPASS", "SUDO_ASKPASS");

    private static readonly ImmutableArray<string> Beginnings = ["LD_", "DYLD_", "GIT_", "NPM_CONFIG_", "PIP_"];

    public static bool DecidesCode(string? name) =>
        name is not null && (Names.Contains(name) || Beginnings.Any(beginning => name.StartsWith(beginning, StringComparison.OrdinalIgnoreCase)));
}
