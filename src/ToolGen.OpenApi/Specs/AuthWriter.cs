using System;
using System.Collections.Generic;
using System.Linq;
using ToolGen.Checks;
using ToolGen.OpenApi.Operations;
using ToolGen.Specification.Findings;
using ToolGen.Specification.Json;

namespace ToolGen.OpenApi.Specs;

/// <summary>Says how an operation authorises: by the name of one secret.</summary>
internal sealed class AuthWriter(ImportFindings findings)
{
    /// <summary>What services call a key that is an ordinary parameter, without signs between words.</summary>
    private static readonly string[] KeyNames =
        ["apikey", "xapikey", "accesskey", "accesstoken", "authtoken", "authkey", "appid", "appkey", "apitoken", "apisecret", "appsecret", "clientsecret", "subscriptionkey", "ocpapimsubscriptionkey", "secretkey", "privatekey", "xauthtoken", "xaccesstoken", "authorization"];

    /// <summary>Whether a parameter is a key in all but the document's words.</summary>
    public static bool IsKey(ApiParameter parameter) =>
        parameter.Place is ParameterPlace.Query or ParameterPlace.Header && (parameter.IsRequired || parameter.Place == ParameterPlace.Header)
        && KeyNames.Contains(new string([.. parameter.Name.Where(char.IsAsciiLetterOrDigit)]).ToLowerInvariant());

    /// <summary>Adds the way of the document; parameters that are keys, where it says none. The answer is what of the parameters became part of it.</summary>
    public IReadOnlyList<ApiParameter> Add(ApiOperation operation, RequestParts parts)
    {
        var isOptional = operation.Security.Any(way => way.Count == 0);
        var ways = operation.Security.Where(way => way.Count > 0).ToList();
        var way = ways.FirstOrDefault(way => way.All(this.IsSendable)) ?? ways.FirstOrDefault(way => way.Any(this.IsSendable));
        if (way is not null)
        {
            var schemes = way.Where(this.IsSendable).ToList();
            parts.Auth = Auth(schemes[0], operation.Server!, isOptional);
            foreach (var other in schemes.Skip(1)) this.AddSetting(operation, other, parts);
            foreach (var missing in way.Where(scheme => !this.IsSendable(scheme))) findings.Add(FindingCatalog.SecurityNarrowed, operation.At, $"the scheme `{missing.Name}` ({Shown(missing.Kind)}) of {operation} is not sent");

            // The same key also as a parameter.
            return [.. operation.Parameters.Where(parameter => schemes.Any(scheme => scheme.Parameter.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase) && scheme.Kind.Equals(parameter.Place.ToString(), StringComparison.OrdinalIgnoreCase)))];
        }

        if (ways.Count > 0) findings.Add(FindingCatalog.SecurityNarrowed, operation.At, $"{operation} is sent without authorisation: {string.Join(", ", ways.SelectMany(one => one).Select(scheme => $"`{scheme.Name}` ({Shown(scheme.Kind)})").Distinct())} cannot be sent");
        if (operation.Parameters.FirstOrDefault(IsKey) is not { } key) return [];
        var secret = SecretNames.Of(operation.Server!, key.Name);
        var place = key.Place == ParameterPlace.Query ? "query" : "headers";
        findings.Add(FindingCatalog.KeyIsSecret, key.At, key.Name, secret, place);
        parts.Auth = Auth(new("", key.Place == ParameterPlace.Query ? "query" : "header", key.Name), operation.Server!, isOptional: !key.IsRequired);
        return [key];
    }

    private void AddSetting(ApiOperation operation, ApiScheme scheme, RequestParts parts)
    {
        if (scheme.Kind is not ("header" or "query"))
        {
            findings.Add(FindingCatalog.SecurityNarrowed, operation.At, $"{operation} wants `{scheme.Name}` beside another scheme, and one is sent");
            return;
        }

        var setting = SecretNames.Of(operation.Server!, scheme.Parameter);
        (scheme.Kind == "header" ? parts.Headers : parts.Query).Add(JsonMake.Member(scheme.Parameter, JsonMake.Text($"{{settings.{setting}}}")));
        findings.Add(FindingCatalog.SecurityNarrowed, operation.At, $"{operation} wants the key `{scheme.Name}` beside another scheme: it is the setting `{setting}` of the host");
    }

    private bool IsSendable(ApiScheme scheme) => scheme.Kind switch
    {
        "bearer" or "basic" => true,
        "header" => scheme.Parameter.Length > 0 && !HttpHeaderNames.IsOfHost(scheme.Parameter),
        "query" => scheme.Parameter.Length > 0,
        _ => false,
    };

    private static JsonObject Auth(ApiScheme scheme, string server, bool isOptional)
    {
        var members = scheme.Kind switch
        {
            "bearer" => new List<JsonMember> { JsonMake.Member("bearer", JsonMake.Text(SecretNames.Of(server, "token"))) },
            "basic" => [JsonMake.Member("basic", JsonMake.Texts([$"{{settings.{SecretNames.Of(server, "user")}}}", SecretNames.Of(server, "password")]))],
            var place => [JsonMake.Member(place, JsonMake.Text(scheme.Parameter.Replace("{", "{{", StringComparison.Ordinal))), JsonMake.Member("secret", JsonMake.Text(SecretNames.Of(server, scheme.Parameter)))],
        };
        if (isOptional) members.Add(JsonMake.Member("optional", JsonMake.True));
        return JsonMake.Object(members);
    }

    private static string Shown(string kind) => kind.Length == 0 ? "not described" : kind;
}
