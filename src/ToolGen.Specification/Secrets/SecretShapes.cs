using System;
using System.Collections.Generic;
using System.Text.RegularExpressions;

namespace ToolGen.Specification.Secrets;

/// <summary>Secrets that their issuers made to be recognised: a beginning of their own, and characters as chance makes them.</summary>
public static class SecretShapes
{
    private sealed record Known(string Start, int Rest, string Kind);

    // After what the issuers document; the count is the fewest characters behind the beginning.
    private static readonly Known[] Starts =
    [
        new("AKIA", 16, "access key of AWS"), new("ASIA", 16, "access key of AWS"),
        new("ghp_", 36, "token of GitHub"), new("gho_", 36, "token of GitHub"), new("ghu_", 36, "token of GitHub"), new("ghs_", 36, "token of GitHub"), new("ghr_", 36, "token of GitHub"), new("github_pat_", 22, "token of GitHub"),
        new("glpat-", 20, "token of GitLab"), new("gldt-", 20, "token of GitLab"), new("glrt-", 20, "token of GitLab"),
        new("sk-ant-", 20, "key of Anthropic"), new("sk-proj-", 20, "key of OpenAI"), new("sk-svcacct-", 20, "key of OpenAI"), new("sk-", 32, "key of OpenAI"),
        new("sk_live_", 16, "key of Stripe"), new("rk_live_", 16, "key of Stripe"), new("sk_test_", 16, "key of Stripe"), new("rk_test_", 16, "key of Stripe"), new("whsec_", 24, "secret of a webhook"),
        new("xoxb-", 20, "token of Slack"), new("xoxp-", 20, "token of Slack"), new("xoxa-", 20, "token of Slack"), new("xoxr-", 20, "token of Slack"), new("xoxs-", 20, "token of Slack"), new("xapp-", 20, "token of Slack"),
        new("AIza", 35, "key of Google"), new("GOCSPX-", 24, "secret of Google"), new("ya29.", 24, "token of Google"),
        new("SG.", 40, "key of SendGrid"), new("npm_", 36, "token of npm"), new("pypi-", 40, "token of PyPI"), new("oy2", 43, "key of NuGet"), new("hf_", 30, "token of Hugging Face"),
        new("dop_v1_", 40, "token of DigitalOcean"), new("shpat_", 32, "token of Shopify"), new("shpss_", 32, "secret of Shopify"), new("dapi", 32, "token of Databricks"), new("dckr_pat_", 20, "token of Docker"),
        new("lin_api_", 30, "key of Linear"), new("ntn_", 40, "token of Notion"), new("secret_", 40, "token of Notion"), new("PMAK-", 40, "key of Postman"), new("sq0csp-", 40, "secret of Square"), new("EAAA", 56, "token of Square"),
        new("gsk_", 40, "key of Groq"), new("xai-", 40, "key of xAI"), new("r8_", 36, "token of Replicate"), new("pplx-", 40, "key of Perplexity"), new("key-", 32, "key of Mailgun"), new("hvs.", 24, "token of Vault"), new("eyJrIjoi", 60, "key of Grafana"), new("glsa_", 32, "key of Grafana"),
        new("figd_", 36, "token of Figma"), new("AGE-SECRET-KEY-1", 50, "key of age"), new("FwoGZXIvYXdz", 60, "session of AWS"), new("PRIVATE-TOKEN-", 20, "token"), new("nvapi-", 40, "key of NVIDIA"), new("tvly-", 20, "key of Tavily"), new("rnd_", 28, "key of Render"), new("sbp_", 36, "token of Supabase"), new("vercel_", 24, "token of Vercel"),
    ];

    private static readonly Regex Jwt = new(@"eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{16,}", RegexOptions.CultureInvariant);
    private static readonly Regex PrivateKey = new(@"-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----\s*[A-Za-z0-9+/=\s:,-]{32,}", RegexOptions.CultureInvariant);
    private static readonly Regex BotToken = new(@"(?<![0-9A-Za-z])[0-9]{8,10}:[A-Za-z0-9_-]{35}(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant);
    private static readonly Regex Hook = new(@"https://(?:hooks\.slack\.com/(?:services|workflows)/[A-Za-z0-9/]{20,}|(?:discord|discordapp)\.com/api/webhooks/[0-9]{16,}/[A-Za-z0-9_-]{40,}|[a-z0-9-]+\.webhook\.office\.com/webhookb2/[A-Za-z0-9@/-]{40,})", RegexOptions.CultureInvariant);

    /// <summary>What kind of secret stands in a text, such as <c>token of GitHub</c>, or null.</summary>
    public static string? KindIn(string text)
    {
        if (text.Length < 16) return null;
        foreach (var known in Starts)
            for (var at = text.IndexOf(known.Start, StringComparison.Ordinal); at >= 0; at = text.IndexOf(known.Start, at + 1, StringComparison.Ordinal))
                if ((at == 0 || !IsPart(text[at - 1])) && IsSecret(text, at, known)) return known.Kind;
        if (text.Contains(".eyJ") && Jwt.Match(text) is { Success: true } jwt && !Placeholder.Is(jwt.Value)) return "signed token (JWT)";
        if (text.Contains("PRIVATE KEY") && PrivateKey.IsMatch(text)) return "private key";
        if (text.IndexOf(':') > 0 && BotToken.Match(text) is { Success: true } bot && RandomText.Is(bot.Value.Substring(bot.Value.IndexOf(':') + 1))) return "token of a bot";
        return text.Contains("https://") && Hook.IsMatch(text) ? "address of a webhook, which is its secret" : null;
    }

    private static bool IsSecret(string text, int at, Known known)
    {
        var end = at + known.Start.Length;
        while (end < text.Length && IsPart(text[end])) end++;
        var whole = text.Substring(at, end - at);
        var rest = whole.Substring(known.Start.Length);
        return rest.Length >= known.Rest && !Placeholder.Is(whole) && new HashSet<char>(rest).Count >= 8;
    }

    private static bool IsPart(char c) => c is >= 'a' and <= 'z' or >= 'A' and <= 'Z' or >= '0' and <= '9' or '_' or '-' or '.';
}
