using System;
using System.Collections.Immutable;
using System.Linq;

namespace ToolGen.Analyzers.Rules;

/// <summary>Options after which the next word is their value, whatever it begins with.</summary>
internal static class OptionValues
{
    private static readonly ImmutableDictionary<string, ImmutableHashSet<string>> Known = new (string Programs, string Options)[]
    {
        ("git", "-m -C -c -b -B -F -n -S -G --author --format --since --until --grep --message --file --git-dir --work-tree --branch --depth --max-count --date"),
        ("grep egrep fgrep", "-e -f -m -A -B -C --regexp --file --include --exclude --max-count"),
        ("rg", "-e -f -m -A -B -C -g -t -T --regexp --file --glob --type --max-count"),
        ("tar", "-f -C -T -X --file --directory"),
        ("curl", "-o -d -H -X -u -F -A -b -c -e -T -m -x --data --data-raw --data-binary --url --output --max-time --request --header --user --user-agent --connect-timeout --proto"),
        ("wget", "-O -o -P -U -T --output-document --user-agent --timeout"),
        ("ssh scp sftp", "-i -p -P -l -o -F -L -R -D -J"),
        ("find", "-name -iname -path -ipath -type -maxdepth -mindepth -newer -size -mtime -mmin -user -group -regex"),
        ("ffmpeg ffprobe", "-i -ss -t -to -f -vf -af -c -c:v -c:a -b:v -b:a -r -s -map -filter_complex -show_entries -of -v -loglevel"),
        ("ping", "-c -n -i -w -W -t -I -s"),
        ("docker podman", "-e -v -p -w -u --name --env --volume --publish --workdir --user --network --entrypoint --tag -t -f --file --filter --format --tail --since"),
        ("kubectl", "-n -l -o -f --namespace --selector --output --filename --context"),
        ("dotnet", "-c -o -f -r -v --configuration --output --framework --runtime --project --filter --logger"),
        ("psql", "-c -d -h -p -U -f -v --command --dbname --host --port --username --file --set"),
        ("mysql", "-h -P -u -D -e"),
        ("sqlite3", "-separator -cmd -init"),
        ("python python3", "-m -W -X"),
        ("node", "-r --require"),
        ("sed", "-e -f --expression --file"),
        ("awk gawk", "-F -v -f"),
        ("jq", "--arg --argjson -f --from-file --indent"),
        ("convert magick", "-resize -crop -quality -rotate -gravity -pointsize -fill -font -annotate -density"),
        ("openssl", "-in -out -inkey -passin -passout -CAfile"),
        ("powershell pwsh", "-file -executionpolicy -version -outputformat -inputformat -workingdirectory"),
        ("zip unzip", "-d -x -i"),
        ("head tail", "-n -c"),
        ("lp lpr", "-d -t -n -o -P -T"),
        ("journalctl", "-u -n -p -t --unit --since --until --lines --priority --output -o"),
        ("systemctl", "--type --state --property -p -t"),
        ("pandoc", "-f -t -o --from --to --output"),
        ("xargs timeout nice", "-n -k -s -I"),
        ("npm yarn", "--prefix --registry"),
    }.SelectMany(row => row.Programs.Split(' ').Select(program => (Program: program, row.Options))).ToImmutableDictionary(row => row.Program, row => row.Options.Split(' ').ToImmutableHashSet());

    public static bool Takes(string program, string option)
    {
        if (!option.StartsWith("-", StringComparison.Ordinal) || option.Contains("=") || !Known.TryGetValue(program, out var options)) return false;
        if (options.Contains(option)) return true;
        // Letters in one word: the last of them takes the value.
        return program is "tar" or "curl" or "grep" or "psql" && option[1] != '-' && option.Skip(1).All(char.IsLetter) && options.Contains("-" + option[option.Length - 1]);
    }
}
